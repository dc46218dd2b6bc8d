/** What a county asks its trainees to agree to, and who did. */
package org.tianbo.privacy.consent;
