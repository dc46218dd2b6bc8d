/** What people see of what is known of them, and what the county's desk decides about it. */
package org.tianbo.privacy.page;
