/** What a mentor writes before publishing: scores by criterion, moments, compliance, and what is shown first. */
package org.tianbo.mentoring.draft;
