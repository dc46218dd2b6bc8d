/** What counties have published of their own beside what all are taught: kept for ever, read by their people only. */
package org.tianbo.curriculum.county;
