package dev.touchstone.application.directory.service;

import dev.touchstone.domain.directory.Offer;
import dev.touchstone.domain.directory.OfferText;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Offers as the audit log names them. */
final class OfferWords {

  private OfferWords() {}

  /** In a line: id, titles, specializations, provinces. */
  static String of(Offer offer) {
    String titles =
        Stream.of(offer.content().italian(), offer.content().english())
            .filter(Objects::nonNull)
            .map(OfferText::title)
            .collect(Collectors.joining(" / "));
    return "offer %s \"%s\" on %s in %s"
        .formatted(
            offer.id(), titles, offer.content().specializations(), offer.content().provinces());
  }
}
