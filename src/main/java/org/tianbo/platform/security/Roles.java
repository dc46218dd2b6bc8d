package org.tianbo.platform.security;

/** Realm roles, as Keycloak names them. */
public final class Roles {

    public static final String TRAINEE = "trainee";
    public static final String HELPER = "helper";
    public static final String MENTOR = "mentor";
    public static final String COORDINATOR = "coordinator";
    public static final String OFFICER = "officer";
    public static final String AUDITOR = "auditor";
    /** Sees the numbers of the province's counties, and nobody in them. */
    public static final String PROVINCE = "province";

    public static final String ADMIN = "admin";

    /** No person, but another system of a county: it reads what the county lets it. */
    public static final String SYSTEM = "system";

    private Roles() {}
}
