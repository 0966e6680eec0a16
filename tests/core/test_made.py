"""Values whose slots are set one by one are those of the standard library's dataclass in all that can be seen."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from tanik.core.made import by_slot, value
from tanik.core.span import Span


@dataclass(frozen=True, slots=True)
class _Plain:
    town: str
    houses: list[int] = field(default_factory=list)
    burnt: bool = field(default=False, kw_only=True)
    length: int = 3


@by_slot
@dataclass(frozen=True, slots=True)
class _Made:
    town: str
    houses: list[int] = field(default_factory=list)
    burnt: bool = field(default=False, kw_only=True)
    length: int = 3


def test_parameters_and_defaults_are_those_of_the_dataclass() -> None:
    plain, made = inspect.signature(_Plain), inspect.signature(_Made)
    assert [(one.name, one.kind) for one in plain.parameters.values()] == [
        (one.name, one.kind) for one in made.parameters.values()
    ]
    for given, named in ((("Kars",), {}), (("Kars", [1], 5), {"burnt": True}), ((), {"town": "Van", "length": 9})):
        one, other = _Plain(*given, **named), _Made(*given, **named)
        assert (one.town, one.houses, one.burnt, one.length) == (other.town, other.houses, other.burnt, other.length)


def test_each_value_has_a_list_of_its_own() -> None:
    assert _Made("Kars").houses is not _Made("Kars").houses


def test_values_stay_frozen_and_can_be_copied() -> None:
    made = _Made("Kars", [4], burnt=True)
    with pytest.raises(FrozenInstanceError):
        made.town = "Van"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(made)) == made == copy.copy(made)
    assert replace(made, town="Van") == _Made("Van", [4], burnt=True)


def test_what_is_asked_of_a_span_is_still_asked() -> None:
    with pytest.raises(ValueError, match="start <= end"):
        Span(5, 2)
    with pytest.raises(TypeError):
        Span(5)  # type: ignore[call-arg]


def test_a_field_that_nobody_gives_is_refused() -> None:
    with pytest.raises(TypeError, match="_Later: every field"):

        @by_slot
        @dataclass(frozen=True, slots=True)
        class _Later:
            town: str = field(init=False)


@value
class _Kept:
    town: str
    houses: tuple[int, ...] = ()
    length: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.town))


def test_what_stays_between_modules_is_a_value_like_any_other() -> None:
    kept = _Kept("Kars", (4,))
    assert pickle.loads(pickle.dumps(kept)) == kept == copy.copy(kept)
    assert {kept, _Kept("Kars", houses=(4,))} == {kept}
    assert (replace(kept, town="Van").length, repr(kept)) == (3, "_Kept(town='Kars', houses=(4,), length=4)")
