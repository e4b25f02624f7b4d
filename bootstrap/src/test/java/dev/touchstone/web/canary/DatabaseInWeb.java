package dev.touchstone.web.canary;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks a rule on purpose: the database in the web. */
public class DatabaseInWeb {

  JdbcClient client() {
    throw new UnsupportedOperationException();
  }
}
