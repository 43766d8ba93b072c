package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;

/**
 * A property or a bean that the locators, or the clients of a leader, are configured with
 * cannot be used. Nothing repeats the refused value, which can contain a password in any
 * place. Internal.
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

	/**
	 * Create an exception for a property.
	 * @param property the name of the property
	 * @param reason what is wrong with its value
	 * @param example a valid assignment
	 * @param others the names of other properties whose origins help
	 */
	static InvalidMesosConfigurationException ofProperty(String property, String reason, String example,
			String... others) {
		return new InvalidMesosConfigurationException(
				"Property " + property + " is wrong: " + reason + ". For example: " + example, reason,
				"Correct it. For example:%n%n    %s".formatted(example),
				Stream.concat(Stream.of(property), Stream.of(others)).toList(), null);
	}

	/**
	 * Create an exception for a bean of the application.
	 * @param type what the bean is used for
	 * @param bean the bean, of which only the class and the origin are shown
	 * @param reason what is wrong with it
	 * @param action what to do
	 * @param cause what it threw, or {@code null}
	 */
	static InvalidMesosConfigurationException ofBean(Class<?> type, Object bean, String reason, String action,
			@Nullable Throwable cause) {
		Origin origin = Origin.from(bean);
		String message = "The " + type.getSimpleName() + " " + bean.getClass().getName()
				+ ((origin != null) ? " of " + origin : "") + " cannot be used: " + reason;
		return new InvalidMesosConfigurationException(message, message + ".", action + ".", List.of(), cause);
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
	 * Return what is wrong: the reason alone if there are {@link #getProperties()
	 * properties}.
	 */
	String getDescription() {
		return this.description;
	}

	String getAction() {
		return this.action;
	}

	/**
	 * Return the property that is wrong, followed by those whose origins help.
	 */
	List<String> getProperties() {
		return this.properties;
	}

}
