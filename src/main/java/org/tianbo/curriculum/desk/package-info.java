/** Where a county's lessons are written: drafts, the build's checks on them, publishing and taking back. */
package org.tianbo.curriculum.desk;
