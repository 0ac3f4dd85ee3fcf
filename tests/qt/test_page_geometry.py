"""The column: inside the view, mirrored for right to left, wide enough for the largest letter."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.qt.views.page_geometry import page_geometry

WIDTHS = st.integers(500, 4000)
EMS = st.integers(24, 320)


@given(WIDTHS, EMS, st.booleans())
def test_everything_stands_in_the_view_in_order(width: int, em: int, is_rtl: bool) -> None:
    page = page_geometry(width, em, is_rtl)
    edges = [
        *(page.button_x, page.button_x + page.button_size, page.bar_x, page.bar_x + page.bar_width),
        *(page.text_x, page.text_x + page.text_width),
    ]
    if is_rtl:
        edges = [width - edge for edge in (edges[1], edges[0], edges[3], edges[2], edges[5], edges[4])]
    assert edges == sorted(edges)
    assert edges[0] >= 0
    assert edges[-1] <= width
    assert page.button_size >= 44
    assert page.bar_width >= 8
    tint = page.tint_rect(100, 50)
    assert tint.left() >= 0
    assert tint.right() < width


@given(WIDTHS, EMS)
def test_right_to_left_is_the_mirror_image(width: int, em: int) -> None:
    one, other = page_geometry(width, em, is_rtl=False), page_geometry(width, em, is_rtl=True)
    assert one.text_width == other.text_width
    assert one.text_x + one.text_width == width - other.text_x
    assert one.button_x + one.button_size == width - other.button_x
    assert one.bar_x + one.bar_width == width - other.bar_x


@given(st.integers(590, 4000), EMS)
def test_the_column_holds_the_widest_letter(width: int, em: int) -> None:
    assert page_geometry(width, em, is_rtl=False).text_width >= em
