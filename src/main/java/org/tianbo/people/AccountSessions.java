package org.tianbo.people;

/** Where a person is signed in. */
public interface AccountSessions {

    /**
     * Ends every session of the login, on every phone and in every program, within a second. Keycloak also tells of it
     * by its back channel, but only where it knows our address, and this must hold everywhere.
     */
    void signOutEverywhere(String login);
}
