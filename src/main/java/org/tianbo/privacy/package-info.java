/**
 * What is known of people, and what they may ask for: to see it, to have it put right, to take it along, to have it
 * erased. It asks every feature for its {@link org.tianbo.platform.privacy.PersonalData}; none needs to know of it.
 */
package org.tianbo.privacy;
