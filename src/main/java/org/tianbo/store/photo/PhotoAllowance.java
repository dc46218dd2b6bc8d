package org.tianbo.store.photo;

/** How many photos somebody may give, and has given. */
public record PhotoAllowance(long limit, long used) {}
