/**
 * A whole county on one machine: PostgreSQL, Keycloak and a certificate, started beside the application in the demo and
 * in tests, never in production. What is started here ends with the application, whatever ends it.
 */
package org.tianbo.platform.embedded;
