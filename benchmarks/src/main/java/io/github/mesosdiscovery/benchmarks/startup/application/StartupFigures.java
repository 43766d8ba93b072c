package io.github.mesosdiscovery.benchmarks.startup.application;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * What the start takes of the process, taken when the application is ready, and some time
 * after: what goes on in the background has come to rest by then.
 */
final class StartupFigures implements ApplicationListener<ApplicationEvent> {

	private static final long REST = 1500;

	private static final long LIMIT = 30;

	/** The system property that says when the parent started this process. */
	private final Instant start = Instant.parse(System.getProperty("benchmarks.start"));

	private final CountDownLatch leader = new CountDownLatch(1);

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (event instanceof ApplicationReadyEvent) {
			long ready = elapsed();
			print("ready", ready);
			print("main-cpu", ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1000);
			print("cpu", cpu());
			print("classes", classes());
		}
		// By name: the class is not there without the starter.
		else if (event.getClass().getSimpleName().equals("LeaderChangedEvent")) {
			print("leader", elapsed());
			this.leader.countDown();
		}
	}

	/**
	 * Wait, for a leader where there is one to be found, and take the rest.
	 */
	void settle() throws InterruptedException {
		if (Boolean.getBoolean("benchmarks.leader")) {
			this.leader.await(LIMIT, TimeUnit.SECONDS);
		}
		Thread.sleep(REST);
		print("settled-cpu", cpu());
		print("settled-classes", classes());
		System.gc();
		print("heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		print("rss", residentBytes());
		print("threads", ManagementFactory.getThreadMXBean().getThreadCount());
	}

	/** In microseconds, as all times. */
	private long elapsed() {
		return Duration.between(this.start, Instant.now()).dividedBy(ChronoUnit.MICROS.getDuration());
	}

	private static long cpu() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)
				? system.getProcessCpuTime() / 1000 : 0;
	}

	private static long classes() {
		return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
	}

	private static long residentBytes() {
		try {
			return Files.readAllLines(Path.of("/proc/self/status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
				.sum();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static void print(String name, long figure) {
		System.out.println("figure " + name + "=" + figure);
	}

}
