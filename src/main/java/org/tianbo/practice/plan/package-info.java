/** What a trainee plans to rehearse: format, title, products, steps and a goal. */
package org.tianbo.practice.plan;
