package dev.touchstone.application.reference.service;

import dev.touchstone.domain.customer.CustomerName;
import dev.touchstone.domain.reference.Statement;
import dev.touchstone.domain.text.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The words that customers sign. */
final class StatementText {

  private static final String ENGLISH =
      """
      %1$s confirms that the partner %2$s has worked for it in the specialization "%3$s" and may \
      name this work as a reference in the partner program. %1$s can withdraw this statement at \
      any time. Date: %4$s.""";

  private static final String ITALIAN =
      """
      %1$s conferma che il partner %2$s ha lavorato per suo conto nella specializzazione «%3$s» e \
      può indicare questo lavoro come referenza nel programma partner. %1$s può ritirare questa \
      dichiarazione in qualsiasi momento. Data: %4$s.""";

  private StatementText() {}

  static Statement of(
      Language language,
      CustomerName customer,
      String partner,
      String specialization,
      LocalDate date) {
    String text = language == Language.IT ? ITALIAN : ENGLISH;
    String day = DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(date);
    return new Statement(text.formatted(customer.value(), partner, specialization, day), language);
  }
}
