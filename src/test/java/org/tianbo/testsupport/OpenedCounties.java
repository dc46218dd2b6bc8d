package org.tianbo.testsupport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.tianbo.people.Counties;

/** Counties that tests open as an operator does, each with people of its own; asked again it is the same one. */
@ApplicationScoped
public class OpenedCounties {

    private final Counties counties;
    private final Newcomers newcomers;

    OpenedCounties(Counties counties, Newcomers newcomers) {
        this.counties = counties;
        this.newcomers = newcomers;
    }

    /** @param roles of its people, by their logins */
    public void open(String id, String chinese, String english, Map<String, String> roles) {
        counties.open(id, chinese, english);
        roles.forEach((login, role) -> newcomers.join(id, login, role));
    }
}
