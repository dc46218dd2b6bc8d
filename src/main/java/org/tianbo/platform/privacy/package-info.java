/**
 * What is held of people, in words that all features share: each says of its own tables what they hold of somebody, and
 * none needs to know who shows it, takes it along or erases it.
 */
package org.tianbo.platform.privacy;
