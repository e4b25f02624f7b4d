package dev.touchstone.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;

class CustomerNameTest {

  @Test
  void isEqualWhereItIsWrittenAlikeWhetherFoldedOrNot() {
    CustomerName folded = new CustomerName("Caffè Nero ");
    assertThat(folded.folded()).isEqualTo("caffe nero");

    assertThat(folded)
        .isEqualTo(new CustomerName("Caffè Nero "))
        .isNotEqualTo(new CustomerName("caffe nero"))
        .hasToString("Caffè Nero ");
    EqualsVerifier.forClass(CustomerName.class)
        .suppress(Warning.NULL_FIELDS)
        .withIgnoredFields("folded")
        .verify();
  }
}
