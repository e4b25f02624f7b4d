package dev.touchstone.persistence.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.touchstone.persistence.testing.TestServerChoice.Kind;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestServerChoiceTest {

  private static final BooleanSupplier DOCKER = () -> true;
  private static final BooleanSupplier NO_DOCKER = () -> false;

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void takesContainersWhenLeftOpenAndDockerAnswers(String property) {
    assertThat(TestServerChoice.of(property, DOCKER))
        .isEqualTo(new TestServerChoice(Kind.TESTCONTAINERS, "a Docker engine answers"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void takesEmbeddedWhenLeftOpenAndDockerIsSilent(String property) {
    assertThat(TestServerChoice.of(property, NO_DOCKER))
        .isEqualTo(new TestServerChoice(Kind.EMBEDDED, "no Docker engine answers"));
  }

  @Test
  void takesContainersWhenAskedAndDockerAnswers() {
    assertThat(TestServerChoice.of("testcontainers", DOCKER))
        .isEqualTo(
            new TestServerChoice(Kind.TESTCONTAINERS, "-Dtouchstone.test.database=testcontainers"));
  }

  @Test
  void failsWhenContainersAreAskedForWithoutDocker() {
    assertThatIllegalStateException()
        .isThrownBy(() -> TestServerChoice.of("testcontainers", NO_DOCKER))
        .withMessageContaining("no Docker engine answers")
        .withMessageContaining("-Dtouchstone.test.database=embedded");
  }

  @Test
  void takesEmbeddedWhenAskedWithoutAskingDocker() {
    BooleanSupplier unasked =
        () -> {
          throw new AssertionError("Docker was asked");
        };

    assertThat(TestServerChoice.of("embedded", unasked))
        .isEqualTo(new TestServerChoice(Kind.EMBEDDED, "-Dtouchstone.test.database=embedded"));
  }

  @Test
  void rejectsAnyOtherServer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestServerChoice.of("h2", DOCKER))
        .withMessageContaining("h2")
        .withMessageContaining("testcontainers or embedded");
  }
}
