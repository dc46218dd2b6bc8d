package org.tianbo.platform.web.assets;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The forms in which an asset is kept, the smallest first. */
enum Encoding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz"),
    IDENTITY("identity", "");

    private final String token;
    private final String suffix;

    Encoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** As {@code Content-Encoding} names it. */
    String token() {
        return token;
    }

    /** What the build adds to the file's name. */
    String suffix() {
        return suffix;
    }

    /**
     * The form the client likes best (RFC 9110, section 12.5.3); between equals the smallest. The plain form is the
     * answer also to those who accept nothing, which the RFC allows and which is kinder than a 406.
     *
     * @param accepted the header {@code Accept-Encoding}, or null
     */
    static Encoding best(String accepted, Set<Encoding> available) {
        if (accepted == null) {
            return IDENTITY;
        }
        Map<String, Double> weights = weights(accepted);
        return List.of(values()).stream()
                .filter(available::contains)
                .filter(encoding -> encoding.weight(weights) > 0)
                .max(Comparator.comparingDouble((Encoding encoding) -> encoding.weight(weights))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(IDENTITY);
    }

    private double weight(Map<String, Double> weights) {
        // The plain form is acceptable without being named, but only after everything that was named.
        double unsaid = this == IDENTITY ? 0.0001 : 0;
        return weights.getOrDefault(token, weights.getOrDefault("*", unsaid));
    }

    private static Map<String, Double> weights(String accepted) {
        Map<String, Double> weights = new HashMap<>();
        for (String range : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.split(";");
            weights.put(parts[0].strip(), parts.length > 1 ? weight(parts[1].strip()) : 1);
        }
        return weights;
    }

    private static double weight(String parameter) {
        try {
            return parameter.startsWith("q=") ? Double.parseDouble(parameter.substring(2)) : 1;
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
