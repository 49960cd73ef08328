package dev.svodka.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedStylesTest {
  @Test
  void whatIsStyledAlikeAtManyPlacesIsSaidOnceInTheSheet() {
    String page =
        "<style>p{}</style><svg><rect x='1' style='fill:red'/><rect style='fill:red' x='2'/>"
            + "<text style='fill:blue'>a</text><rect style='fill:red'/></svg><b style=\"--s:4%\">";

    assertThat(SharedStyles.in(page))
        .isEqualTo(
            "<style>p{}.k0{fill:red}</style><svg><rect class=k0 x='1'/><rect class=k0  x='2'/>"
                + "<text style='fill:blue'>a</text><rect class=k0 /></svg><b style=\"--s:4%\">");
  }

  @Test
  void textsThatLookLikeAStyleAreLeftAlone() {
    String text = "<style></style><text> style='x:y' style='x:y' style='x:y'</text>";

    assertThat(SharedStyles.in(text)).isEqualTo(text);
  }
}
