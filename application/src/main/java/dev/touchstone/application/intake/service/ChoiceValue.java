package dev.touchstone.application.intake.service;

import dev.touchstone.application.intake.Cell;
import dev.touchstone.application.intake.RejectReason;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One of a few words, exact in case (formats.md, CSV). */
final class ChoiceValue {

  private ChoiceValue() {}

  static <E extends Enum<E>> E read(String column, Cell cell, Class<E> choices)
      throws BadValueException {
    String text = TextValue.textOf(cell);
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().equals(text)) {
        return choice;
      }
    }
    throw new BadValueException(
        column,
        RejectReason.UNKNOWN_VALUE,
        "%s is unknown; write one of %s, exact in case"
            .formatted(Detail.value(column, text), list(choices)));
  }

  private static <E extends Enum<E>> String list(Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .map(Enum::name)
        .collect(Collectors.joining(", "));
  }
}
