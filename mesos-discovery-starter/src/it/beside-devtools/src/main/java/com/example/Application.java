package com.example;

import java.time.Duration;
import java.util.List;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Application {

	public static void main(String[] args) {
		SpringApplication.run(Application.class, args);
	}

	/**
	 * Tells on standard output who leads, and after a restart what is left of the locator
	 * before: it is kept in the system properties, which outlive the context.
	 */
	@Bean
	ApplicationRunner tell(MesosMasterLocator locator) {
		return (arguments) -> {
			String id = locator.awaitLeader(Duration.ofSeconds(30)).id();
			Object before = System.getProperties().put("locator", locator);
			System.out.println("LEADER " + id + " in " + getClass().getClassLoader().getClass().getSimpleName());
			if (before instanceof MesosMasterLocator old) {
				System.out.println("BEFORE " + old.snapshot().connection().state());
			}
			List<String> threads = threads();
			// Sockets close on a thread of their own.
			for (int i = 0; i < 300 && threads.size() > Integer.getInteger("threads", threads.size()); i++) {
				Thread.sleep(100);
				threads = threads();
			}
			System.setProperty("threads", String.valueOf(threads.size()));
			System.out.println("THREADS " + threads.size() + " " + threads);
		};
	}

	private static List<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.contains("mesos-discovery") || name.contains("SendThread")
					|| name.contains("EventThread") || name.contains("Curator"))
			.sorted()
			.toList();
	}

}
