/** What every request passes before a page or resource sees it: limits, paces, headers, the way to the sign-in page. */
package org.tianbo.platform.web.edge;
