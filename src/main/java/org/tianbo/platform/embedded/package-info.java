/**
 * A whole county on one machine: PostgreSQL, Keycloak and a certificate, started beside the application in the demo and
 * in tests, never in production, whose package has no PostgreSQL to start. What is started here ends with the
 * application, whatever ends it. It sets the configuration that others read; no other room and no feature uses it.
 */
package org.tianbo.platform.embedded;
