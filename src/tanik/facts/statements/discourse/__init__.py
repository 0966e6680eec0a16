"""What a clause takes from those around it: whoever it leaves unsaid, when, on whose word, a verb that two share."""
