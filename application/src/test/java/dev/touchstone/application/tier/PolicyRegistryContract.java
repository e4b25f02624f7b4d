package dev.touchstone.application.tier;

import static dev.touchstone.application.tier.PolicyFileFixture.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.touchstone.application.tier.port.out.PolicyRegistry;
import dev.touchstone.domain.tier.PolicyVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every registry of policies does. */
public abstract class PolicyRegistryContract {

  private static final Instant NOON = Instant.parse("2010-10-01T12:00:00Z");

  /** A registry, empty for each test. */
  protected abstract PolicyRegistry registry();

  /** Lets a night begin. */
  protected abstract void openNight(LocalDate date, PolicyVersion policy);

  @Test
  void isEmptyAtFirst() {
    assertThat(registry().list()).isEmpty();
    assertThat(registry().findLatestNight()).isEmpty();
  }

  @Test
  void keepsWhatWasRegisteredInTheOrderOfEffect() {
    PolicyFile second = file(2, "2011-10-30", "LOW", "HIGH");
    PolicyFile first = file(1, "2010-10-30", "LOW");
    add(second, NOON);
    add(first, NOON.plusSeconds(1));

    assertThat(registry().list())
        .containsExactly(
            new RegisteredPolicy(first.policy(), first.text(), NOON.plusSeconds(1), null),
            new RegisteredPolicy(second.policy(), second.text(), NOON, null));
  }

  @Test
  void keepsTheTextToTheLetter() {
    PolicyFile plain = file(1, "2010-10-30", "LOW");
    PolicyFile commented =
        PolicyFileFixture.of(plain.policy(), "# perché – \"sì\"\r\n\n" + plain.text() + "\n\n");
    add(commented, NOON);

    assertThat(registry().list())
        .extracting(RegisteredPolicy::text)
        .containsExactly(commented.text());
  }

  @Test
  void retiresOnceAndKeepsTheRecord() {
    PolicyFile file = file(1, "2010-10-30", "LOW");
    add(file, NOON);
    retire(file.policy().version());

    assertThat(registry().list())
        .containsExactly(
            new RegisteredPolicy(file.policy(), file.text(), NOON, NOON.plusSeconds(9)));
    assertThatIllegalArgumentException().isThrownBy(() -> retire(file.policy().version()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> retire(new PolicyVersion("partner-network", 7)));
  }

  @Test
  void takesANumberOnceEvenIfRetired() {
    add(file(1, "2010-10-30", "LOW"), NOON);
    retire(new PolicyVersion("partner-network", 1));

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> add(file(1, "2010-11-30", "LOW"), NOON));
    assertThat(registry().list()).hasSize(1);
  }

  @Test
  void takesADayOnceUnlessRetired() {
    add(file(1, "2010-10-30", "LOW"), NOON);

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> add(file(2, "2010-10-30", "LOW"), NOON));
    retire(new PolicyVersion("partner-network", 1));
    add(file(3, "2010-10-30", "LOW"), NOON.plusSeconds(1));

    assertThat(registry().list())
        .extracting(known -> known.policy().version().version())
        .containsExactly(1, 3);
  }

  @Test
  void changesOnlyInTurn() {
    PolicyFile file = file(1, "2010-10-30", "LOW");

    assertThatIllegalStateException().isThrownBy(() -> registry().add(file, NOON));
    add(file, NOON);
    assertThatIllegalStateException()
        .isThrownBy(() -> registry().retire(file.policy().version(), NOON));
  }

  @Test
  void leavesNothingBehindWhereAnActThrows() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                registry()
                    .inTurn(
                        () -> {
                          registry().add(file(1, "2010-10-30", "LOW"), NOON);
                          throw new IllegalStateException("on purpose");
                        }));

    assertThat(registry().list()).isEmpty();
  }

  @Test
  void letsNoActsRunSideBySide() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      var acts =
          IntStream.rangeClosed(1, 12)
              .<Callable<Boolean>>mapToObj(version -> () -> addIfEmpty(version))
              .toList();
      int added = 0;
      for (Future<Boolean> act : threads.invokeAll(acts)) {
        added += act.get() ? 1 : 0;
      }
      assertThat(added).isEqualTo(1);
      assertThat(registry().list()).hasSize(1);
    } finally {
      threads.shutdown();
    }
  }

  private boolean addIfEmpty(int version) {
    return registry()
        .inTurn(
            () -> {
              boolean empty = registry().list().isEmpty();
              if (empty) {
                registry().add(file(version, "2010-10-%02d".formatted(version), "LOW"), NOON);
              }
              return empty;
            });
  }

  @Test
  void knowsHowFarTheNightsHaveCome() {
    PolicyVersion first = new PolicyVersion("partner-network", 1);
    openNight(LocalDate.of(2010, 11, 1), first);
    PolicyVersion second = new PolicyVersion("other", 2);
    openNight(LocalDate.of(2010, 11, 7), second);

    assertThat(registry().findLatestNight())
        .contains(new LatestNight(LocalDate.of(2010, 11, 7), second));
  }

  private void add(PolicyFile file, Instant registeredAt) {
    registry()
        .inTurn(
            () -> {
              registry().add(file, registeredAt);
              return true;
            });
  }

  private void retire(PolicyVersion version) {
    registry()
        .inTurn(
            () -> {
              registry().retire(version, NOON.plusSeconds(9));
              return true;
            });
  }
}
