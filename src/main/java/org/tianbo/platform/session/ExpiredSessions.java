package org.tianbo.platform.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.tianbo.platform.jobs.RecurringJob;

/** Each night deletes the tokens of sessions that ran out. */
@ApplicationScoped
class ExpiredSessions implements RecurringJob {

    private final SessionTable table;
    private final SessionConfig config;

    ExpiredSessions(SessionTable table, SessionConfig config) {
        this.table = table;
        this.config = config;
    }

    @Override
    public String name() {
        return "session.expired";
    }

    @Override
    public String schedule() {
        return config.sweep();
    }

    @Override
    public void run() {
        try {
            table.sweep();
        } catch (SQLException refused) {
            throw new IllegalStateException("Expired sessions could not be deleted", refused);
        }
    }
}
