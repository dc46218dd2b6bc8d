/** Style sheets, scripts and pictures, served from memory as the build made them. */
package org.tianbo.platform.web.assets;
