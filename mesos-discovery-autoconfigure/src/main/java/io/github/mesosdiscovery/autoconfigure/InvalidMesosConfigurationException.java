package io.github.mesosdiscovery.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;

/**
 * Exception for a configuration of the locators, or of the clients of a leader, that
 * cannot be used. It never contains the refused value, any part of which can be a
 * password. Internal.
 */
public final class InvalidMesosConfigurationException extends RuntimeException {

	private final String description;

	private final String action;

	private final List<String> properties;

	private InvalidMesosConfigurationException(String message, String description, String action,
			List<String> properties, @Nullable Throwable cause) {
		super(message, cause);
		this.description = description;
		this.action = action;
		this.properties = properties;
	}

	InvalidMesosConfigurationException(String description, String action, @Nullable Throwable cause) {
		this(description, description, action, List.of(), cause);
	}

	static InvalidMesosConfigurationException ofProperty(String property, String reason, String exampleValue) {
		return ofProperties(List.of(property), reason, property + "=" + exampleValue);
	}

	/**
	 * Create an exception for properties.
	 * @param properties the property that is wrong, followed by those whose origins help
	 * @param reason what is wrong with the value of the first one
	 * @param example a valid assignment
	 */
	static InvalidMesosConfigurationException ofProperties(List<String> properties, String reason, String example) {
		return new InvalidMesosConfigurationException(
				"Property " + properties.get(0) + " is wrong: " + reason + ". For example: " + example, reason,
				"Correct it. For example:%n%n    %s".formatted(example), properties, null);
	}

	/**
	 * Create an exception for a bean of the application, of which only the class and the
	 * origin are shown.
	 */
	static InvalidMesosConfigurationException ofBean(Class<?> type, Object bean, String reason, String action,
			@Nullable Throwable cause) {
		Origin origin = Origin.from(bean);
		return new InvalidMesosConfigurationException(
				"The " + type.getSimpleName() + " " + bean.getClass().getName()
						+ ((origin != null) ? " of " + origin : "") + " cannot be used: " + reason + ".",
				action + ".", cause);
	}

	/**
	 * Create an exception for a use that does not fit the configured clusters.
	 * @param description what is wrong
	 * @param action what to do
	 * @return the exception
	 */
	public static InvalidMesosConfigurationException of(String description, String action) {
		return new InvalidMesosConfigurationException(description + " " + action, description, action, List.of(), null);
	}

	/**
	 * Return the description, or the reason alone if there are {@link #getProperties()
	 * properties}.
	 */
	String getDescription() {
		return this.description;
	}

	String getAction() {
		return this.action;
	}

	List<String> getProperties() {
		return this.properties;
	}

}
