/** What a trainee plans to rehearse: format, title and products, and what the next plan begins with. */
package org.tianbo.practice.plan;
