/**
 * Filters that every request passes before a page or resource: size limits, rate limits, headers, the way to the
 * sign-in page.
 */
package org.tianbo.platform.web.edge;
