/** The trainee's page of who helps, the helper's own, and how a helper's browser is recognised. */
package org.tianbo.family.page;
