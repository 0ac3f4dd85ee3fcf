"""A value that tells: each new one, in order, to whoever still listens."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.observable import Observable


@given(values=st.lists(st.integers(0, 3)))
def test_subscribers_hear_of_every_change_and_of_nothing_else(values: list[int]) -> None:
    told: list[int] = []
    observable = Observable(0)
    observable.subscribe(told.append)
    for value in values:
        observable.set(value)
    changes = [value for value, before in zip(values, [0, *values], strict=False) if value != before]
    assert told == changes
    assert observable.value == ([0, *values])[-1]


def test_subscribers_are_told_in_the_order_in_which_they_came() -> None:
    told: list[str] = []
    observable = Observable(0)
    for name in "abc":
        observable.subscribe(lambda value, name=name: told.append(f"{name}{value}"))  # type: ignore[misc]
    observable.set(1)
    assert told == ["a1", "b1", "c1"]


def test_somebody_may_be_told_at_once() -> None:
    told: list[int] = []
    Observable(5).subscribe(told.append, is_told_now=True)
    assert told == [5]


def test_a_subscription_ends_and_ending_it_twice_does_no_harm() -> None:
    told: list[int] = []
    observable = Observable(0)
    end = observable.subscribe(told.append)
    observable.set(1)
    end()
    end()
    observable.set(2)
    assert told == [1]


def test_the_value_is_already_the_new_one_when_somebody_is_told() -> None:
    seen: list[int] = []
    observable = Observable(0)
    observable.subscribe(lambda _: seen.append(observable.value))
    observable.set(3)
    assert seen == [3]


def test_a_change_made_by_a_subscriber_reaches_all_and_nobody_ends_with_an_old_value() -> None:
    first: list[int] = []
    last: list[int] = []
    observable = Observable(0)

    def change_again(value: int) -> None:
        first.append(value)
        if value == 1:
            observable.set(2)

    observable.subscribe(change_again)
    observable.subscribe(last.append)
    observable.set(1)
    assert first == [1, 2]
    assert last[-1] == observable.value == 2
    assert last == sorted(last), "an old value came after a new one"


def test_who_was_unsubscribed_by_another_is_not_told_any_more() -> None:
    told: list[int] = []
    observable = Observable(0)
    ends: list[Callable[[], None]] = []
    observable.subscribe(lambda _: ends[0]())
    ends.append(observable.subscribe(told.append))
    observable.set(1)
    assert told == []


def test_who_subscribes_while_others_are_told_hears_of_the_next_change() -> None:
    told: list[int] = []
    observable = Observable(0)

    def bring_another(value: int) -> None:
        if value == 1:
            observable.subscribe(told.append)

    observable.subscribe(bring_another)
    observable.set(1)
    observable.set(2)
    assert told == [2]
