package io.github.mesosdiscovery.benchmarks.startup;

import java.util.List;
import java.util.function.Predicate;

/**
 * The parts of a start that a moment of it can belong to, as its stack tells: the first
 * that matches counts.
 */
enum Part {

	/** The benchmark's own application is at the bottom of every stack. */
	LIBRARY("the library, and what it calls",
			(name) -> (name.startsWith("io.github.mesosdiscovery.")
					&& !name.startsWith("io.github.mesosdiscovery.benchmarks."))
					|| name.startsWith("org.apache.curator.") || name.startsWith("org.apache.zookeeper.")),

	BINDING("binding of properties", (name) -> name.startsWith("org.springframework.boot.context.properties.")),

	ENDPOINTS("endpoints", (name) -> name.startsWith("org.springframework.boot.actuate.endpoint.")),

	CONFIGURATION("configuration classes and their conditions",
			(name) -> name.equals("org.springframework.context.annotation.ConfigurationClassPostProcessor")),

	BEANS("other beans", (name) -> name.startsWith("org.springframework.beans.factory.")),

	/** What is of none of them. */
	REST("the rest", (name) -> false);

	private final String label;

	private final Predicate<String> isOf;

	Part(String label, Predicate<String> isOf) {
		this.label = label;
		this.isOf = isOf;
	}

	/**
	 * Return the part to which a stack belongs.
	 * @param classes the names of the classes on it
	 */
	static Part of(List<String> classes) {
		for (Part part : values()) {
			if (classes.stream().anyMatch(part.isOf)) {
				return part;
			}
		}
		return REST;
	}

	/** What tables call it. */
	String label() {
		return this.label;
	}

}
