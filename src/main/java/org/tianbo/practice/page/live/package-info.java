/** Where a rehearsal is invited to, watched and answered in a browser. */
package org.tianbo.practice.page.live;
