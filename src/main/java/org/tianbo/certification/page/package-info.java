/** The edge: candidates, certificates, badges and keys. */
package org.tianbo.certification.page;
