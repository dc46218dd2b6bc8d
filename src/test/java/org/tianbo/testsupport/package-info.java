/** What tests stand on: the real services, sign-ins, builders. */
package org.tianbo.testsupport;
