/** The edge every request crosses: language, security headers, same-site writes, faults, assets. */
package org.tianbo.platform.web;
