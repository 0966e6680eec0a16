"""Pages and witnesses are laid side by side.

The question this room answers: *who agrees with whom, who copied whom, and what does not fit?*
"""
