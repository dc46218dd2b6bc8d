/** What a county asks for, and whether a trainee reaches it. */
package org.tianbo.certification.criteria;
