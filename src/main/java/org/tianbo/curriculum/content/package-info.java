/**
 * Reads and checks a whole folder of Markdown, YAML and drawings into {@link
 * org.tianbo.curriculum.document.Document documents}, without a container. The build does so and packs the result; the
 * service does so with the folder of {@code tianbo.curriculum.content}, wherever one is configured. So the checks are
 * packed with the service, and only what drives the build ({@code ContentBuild}, {@code FilmBuild}) is not.
 */
package org.tianbo.curriculum.content;
