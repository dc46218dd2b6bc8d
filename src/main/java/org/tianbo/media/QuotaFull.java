package org.tianbo.media;

/**
 * Which quota is used up, and whether it is the county's or the person's.
 */
public record QuotaFull(QuotaKind kind, boolean ofCounty) {}
