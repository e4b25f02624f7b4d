package dev.touchstone.database;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Rows that tests write into an embedded database, to find them again. */
final class Notes {

  private Notes() {}

  static void add(EmbeddedPostgreSql server, String text) {
    client(server).sql("CREATE TABLE IF NOT EXISTS note (text text)").update();
    client(server).sql("INSERT INTO note VALUES (?)").param(text).update();
  }

  static List<String> list(EmbeddedPostgreSql server) {
    return client(server).sql("SELECT text FROM note ORDER BY text").query(String.class).list();
  }

  static String show(EmbeddedPostgreSql server, String setting) {
    return client(server).sql("SHOW " + setting).query(String.class).single();
  }

  static JdbcClient client(EmbeddedPostgreSql server) {
    return JdbcClient.create(
        new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()));
  }
}
