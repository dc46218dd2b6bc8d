/** The way to Keycloak, on which guessing passwords and PINs is slowed down. */
package org.tianbo.platform.signin;
