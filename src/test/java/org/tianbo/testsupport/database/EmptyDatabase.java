package org.tianbo.testsupport.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.tianbo.testsupport.TianboServices;

/** A database of its own on the services' PostgreSQL, for what must begin with nothing. */
public final class EmptyDatabase implements AutoCloseable {

    private final Map<String, String> services;
    private final String name;

    private EmptyDatabase(Map<String, String> services, String name) {
        this.services = services;
        this.name = name;
    }

    /**
     * Makes it anew, also where an earlier run left one of that name.
     *
     * @param services as {@link TianboServices#settings()} has them
     */
    public static EmptyDatabase make(Map<String, String> services, String name) throws SQLException {
        EmptyDatabase database = new EmptyDatabase(services, name);
        database.close();
        database.asOwner("create database " + name);
        return database;
    }

    public String jdbcUrl() {
        return services.get("quarkus.flyway.jdbc-url").replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
    }

    @Override
    public void close() throws SQLException {
        asOwner("drop database if exists " + name + " with (force)");
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        services.get("quarkus.flyway.jdbc-url"),
                        services.get("quarkus.flyway.username"),
                        services.get("quarkus.flyway.password"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
