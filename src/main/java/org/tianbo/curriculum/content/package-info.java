/**
 * From a folder of Markdown, YAML and drawings to checked {@link org.tianbo.curriculum.content.Document documents},
 * without a container: the build runs {@link org.tianbo.curriculum.content.ContentBuild} on the same code that
 * publishes.
 */
package org.tianbo.curriculum.content;
