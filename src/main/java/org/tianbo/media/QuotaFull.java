package org.tianbo.media;

/**
 * Of what there is no more to be had, and whether it is the whole county that has used it up, or one person.
 */
public record QuotaFull(QuotaKind kind, boolean ofCounty) {}
