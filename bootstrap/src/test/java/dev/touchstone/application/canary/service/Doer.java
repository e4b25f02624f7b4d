package dev.touchstone.application.canary.service;

import dev.touchstone.application.canary.port.in.BadlyNamed;
import javax.sql.DataSource;

/** Breaks rules on purpose: a database in the application, a use case done by no service. */
public class Doer implements BadlyNamed {

  DataSource database() {
    throw new UnsupportedOperationException();
  }
}
