package org.tianbo.people;

import org.tianbo.platform.error.Fault;

/**
 * Keycloak answered, and does not take this one account as it is; asking again would not help, and concerns nobody
 * else.
 */
public class AccountRefused extends Fault {

    private static final long serialVersionUID = 1L;

    public AccountRefused() {
        super(Kind.INVALID, "people.account-refused");
    }
}
