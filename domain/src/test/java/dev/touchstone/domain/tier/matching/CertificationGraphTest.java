package dev.touchstone.domain.tier.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class CertificationGraphTest {

  @Test
  void countsPersonJoinedByTwoCertificatesOnce() {
    CertificationGraph graph =
        CertificationGraph.withSpecializations(2)
            .person()
            .certificate()
            .acceptedFor(1)
            .certificate()
            .acceptedFor(1)
            .person()
            .certificate()
            .acceptedFor(1)
            .build();

    assertThat(graph.peopleCertified()).isEqualTo(2);
  }

  @Test
  void countsNoPersonWithoutAcceptedCertificate() {
    CertificationGraph graph =
        CertificationGraph.withSpecializations(1)
            .person()
            .person()
            .certificate()
            .person()
            .certificate()
            .acceptedFor(0)
            .build();

    assertThat(graph.persons()).isEqualTo(3);
    assertThat(graph.certificates()).isEqualTo(2);
    assertThat(graph.peopleCertified()).isEqualTo(1);
  }

  @Test
  void takesAcceptanceSaidTwiceOnce() {
    CertificationGraph graph =
        CertificationGraph.withSpecializations(2)
            .person()
            .certificate()
            .acceptedFor(0)
            .acceptedFor(0)
            .acceptedFor(1)
            .build();

    Matching matching = Matching.solve(graph, Matching.UNLIMITED, new int[] {0, 1});
    assertThat(matching.specializationsCovered()).isEqualTo(1);
    assertThat(matching.bottleneck().orElseThrow().capacity()).isEqualTo(1);
  }

  @Test
  void rejectsNegativeNumberOfSpecializations() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CertificationGraph.withSpecializations(-1))
        .withMessageContaining("-1");
  }

  @Test
  void rejectsCertificateOfNobody() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CertificationGraph.withSpecializations(1).certificate())
        .withMessageContaining("add the person first");
  }

  @Test
  void rejectsAcceptanceOfNoCertificate() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CertificationGraph.withSpecializations(1).person().acceptedFor(0))
        .withMessageContaining("add the certificate first");
  }

  @Test
  void rejectsSpecializationThatIsNotThere() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(
            () -> CertificationGraph.withSpecializations(2).person().certificate().acceptedFor(2));
  }
}
