package dev.touchstone.web.night;

import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.domain.time.ProgramDays;
import dev.touchstone.web.api.ApiException;
import java.net.URI;
import java.time.LocalDate;

/** Nights as paths name them. */
final class NightPath {

  static final String ONE = "/api/v1/nights/{date}/{run}";

  private NightPath() {}

  /**
   * The night of a path.
   *
   * @throws ApiException if there is none
   */
  static NightOverview find(FindNightUseCase nights, LocalDate date, int run) {
    return nights.findNight(idOf(date, run)).orElseThrow(() -> unknown(date, run));
  }

  /**
   * What a path names, whether it was ever opened or not.
   *
   * @throws ApiException if there can be none
   */
  static NightId idOf(LocalDate date, int run) {
    if (!ProgramDays.isWritable(date)) {
      throw unknown(date, run);
    }
    return new NightId(date, run);
  }

  static ApiException unknown(LocalDate date, int run) {
    return ApiException.notFound("There was no night " + date + " (run " + run + ").");
  }

  static URI of(NightId night) {
    return URI.create("/api/v1/nights/" + night.businessDate() + "/" + night.run());
  }
}
