package dev.touchstone.application.directory.port.out;

import dev.touchstone.application.directory.search.DirectoryQuery;
import dev.touchstone.application.directory.search.ListedPartner;
import dev.touchstone.application.directory.search.SearchPage;
import dev.touchstone.domain.directory.OfferId;
import dev.touchstone.domain.partner.PartnerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory as the latest complete night left it: the same partners that the feed lists. All
 * who show the directory to people read it here.
 */
public interface DirectoryIndex {

  /** What matches a query, in one consistent state. */
  SearchPage search(DirectoryQuery query);

  /** A listed partner with all its offers. */
  Optional<ListedPartner> find(PartnerId partner);

  /** The listed partner that has an offer, with all its offers. */
  Optional<ListedPartner> findByOffer(OfferId offer);

  /**
   * What can be opened, in order of partner ids.
   *
   * @param after the partner after which to begin; null for the beginning
   * @param limit how many partners at most
   */
  List<Entry> list(@Nullable PartnerId after, int limit);

  /**
   * What can be opened of one partner.
   *
   * @param partner whose page
   * @param name its name
   * @param offers ids of its offers, in order
   * @param changedOn the business date of the night that last changed its listing
   */
  record Entry(PartnerId partner, String name, List<OfferId> offers, LocalDate changedOn) {}
}
